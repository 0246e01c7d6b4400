"""What Arabic asks of software: spelling, digits, plurals, dates, order, names of files, words.

Everything here is pure: text and numbers in, text and numbers out.
"""
