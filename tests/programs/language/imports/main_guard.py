def main():
    print("main runs")
    return 0
print("module level", __name__)
if __name__ == "__main__":
    result = main()
    print(result, __file__.endswith("main_guard.py"), __doc__, __package__, __spec__)
    raise SystemExit(result)
