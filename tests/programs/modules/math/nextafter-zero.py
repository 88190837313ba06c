# nextafter reaches zero from either side.
import math

print(math.nextafter(-5e-324, 0.0), math.nextafter(5e-324, -1.0), math.nextafter(-5e-324, 1.0))
print(math.nextafter(-5e-324, 0.0, steps=1), math.nextafter(5e-324, -0.0), math.nextafter(-0.0, 0.0))
