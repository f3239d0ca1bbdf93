"""Ports: taken at once, and never shared."""

import socket

from vigen_site.launcher.ports import listen, port_of


def test_two_who_want_the_same_port_get_two():
    with listen(0) as first, listen(port_of(first)) as second:
        assert port_of(first) != port_of(second)
        with socket.create_connection(("127.0.0.1", port_of(second)), timeout=2):
            waiting, _ = second.accept()
            waiting.close()


def test_a_port_that_was_just_left_is_taken_again():
    with listen(0) as before:
        port = port_of(before)
        with socket.create_connection(("127.0.0.1", port), timeout=2):
            before.accept()[0].close()

    with listen(port) as after:
        assert port_of(after) == port


def test_a_number_that_is_no_port_gives_way_to_one_that_is():
    with listen(99_999) as listener:
        assert 0 < port_of(listener) < 65_536
