"""How the pictures are drawn: by matplotlib, without a window, a network or a font of the machine."""
