value = 10
total = (
    value
    + 20
    + "thirty"
)
