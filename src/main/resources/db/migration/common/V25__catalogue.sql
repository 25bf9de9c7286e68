-- What the legal directory says of each version of a document, and the moments between which it was the one that was public.
-- A version without content (is_hidden 1) was erased, replaced for privacy, or is damaged: that it was public is all that is told.
create table catalogue_entry (
    uid varchar(16) not null,
    version integer not null,
    since text not null,
    until text,
    is_hidden integer not null,
    index_number text,
    title text,
    summary text,
    generated_on varchar(10),
    issuers text,
    themes text,
    document_number text,
    document_kind text,
    disclosure_mode text,
    terms varchar(16) not null,
    primary key (uid, version)
);
create index catalogue_entry_since on catalogue_entry (since, uid);

-- What a version can be filtered by: kind "agency" with identifiers and names, kind "theme". label is what to call it.
create table catalogue_key (
    uid varchar(16) not null,
    version integer not null,
    kind varchar(8) not null,
    name text not null,
    label text not null,
    primary key (uid, version, kind, name)
);
create index catalogue_key_name on catalogue_key (kind, name);
