# Nothing is coloured here.

COLORIZE = False


class ANSIColors:
    RED = BOLD_RED = MAGENTA = BOLD_MAGENTA = GREEN = BOLD_GREEN = GREY = RESET = YELLOW = ''


def can_colorize():
    return False


def get_colors(colorize=False):
    return ANSIColors()
