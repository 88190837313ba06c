import colorsys

for r, g, b in ((0, 0, 0), (1, 1, 1), (0.2, 0.4, 0.4), (1, 0.5, 0), (0.1, 0.9, 0.3), (0.7, 0.2, 0.8)):
    for there, back in (("rgb_to_hsv", "hsv_to_rgb"), ("rgb_to_hls", "hls_to_rgb"), ("rgb_to_yiq", "yiq_to_rgb")):
        other = getattr(colorsys, there)(r, g, b)
        print(there, other, getattr(colorsys, back)(*other))
