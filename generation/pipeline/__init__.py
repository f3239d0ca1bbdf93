"""The five stages, and the runner that goes on after the last finished one."""
