-- Who issued a cited document and when, as the citation says: what tells documents of one title apart.
alter table citation add column issuer text;
alter table citation add column issued_on varchar(10);
