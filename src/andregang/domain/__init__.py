"""What a second interview is made of: values and pure functions, standard library only.

Read in the article's order: text › source, vocabulary, dates › job_ad, cv, meeting › evidence › questions ›
preparation › readiness › plan › brief.
"""
