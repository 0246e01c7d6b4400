"""`warraq pack`: copies of the built site for those who have neither a server nor a net.

Zips that open anywhere (`zips`), or one ZIM file for the readers of Kiwix (`zim`).
"""
