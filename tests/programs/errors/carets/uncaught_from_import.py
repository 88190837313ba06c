from sys import verson
