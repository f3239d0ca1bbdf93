"""What stands on the pictures: at most six words that mean something with the sound off."""
