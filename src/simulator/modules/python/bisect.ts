/** `bisect`: places in sorted sequences; the functions are in `_bisect`. */
export const bisectSource = String.raw`
from _bisect import bisect_left, bisect_right, insort_left, insort_right

bisect = bisect_right
insort = insort_right
`
