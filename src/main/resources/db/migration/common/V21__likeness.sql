-- By what documents of submissions are found that are handed in twice: a digest of title and issuer in one spelling, and 32
-- digests of pieces of the text, of which documents of nearly equal text have most in common. Nothing can be read from them.
create table document_likeness (
    uid varchar(16) not null,
    name varchar(24) not null,
    primary key (uid, name)
);
create index document_likeness_name on document_likeness (name);
