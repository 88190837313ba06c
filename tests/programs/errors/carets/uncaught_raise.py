def validate(age):
    if age < 0:
        raise ValueError(f"age must not be negative: {age}")
    return age
def main():
    for age in (3, -1):
        print(validate(age))
if __name__ == "__main__":
    main()
