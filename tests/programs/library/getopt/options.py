import getopt

for args, short, long in (
    ("-a -b val --gamma=1 --delta x -- -y rest", "ab:", ["gamma=", "delta", "deltoid"]),
    ("-abfoo file -a", "ab:", []),
    ("--gam 1 --delt", "", ["gamma=", "delta"]),
    ("--del", "", ["delta", "deltoid"]),
    ("--delta=1", "", ["delta"]),
    ("--gamma", "", ["gamma="]),
    ("-b", "b:", []),
    ("-z", "b:", []),
    ("--zed", "b:", []),
    ("file -a", "+a", []),
    ("-", "a", []),
):
    for read in (getopt.getopt, getopt.gnu_getopt):
        try:
            print(read(args.split(), short, long))
        except getopt.GetoptError as error:
            print(error, repr(error.opt), error.args)
