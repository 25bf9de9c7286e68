-- Issues of a gazette that are put together here. "version" grows with every change, so that nobody overwrites what was not
-- seen; "edition" is the version at which the files to be released were made; printed is the digest of the printer's PDF.
create table gazette_plan (
    uid varchar(16) primary key,
    state varchar(16) not null,
    version integer not null,
    series text not null,
    sponsor text not null,
    permit text not null,
    cn text not null,
    issn text not null,
    year integer not null,
    issue integer not null,
    total_issue integer,
    issued_on varchar(10) not null,
    edition integer,
    pages integer,
    printed varchar(64),
    other_pages text not null default '',
    compared integer,
    amends text,
    release_at text,
    problem text,
    created_by text not null,
    created_at text not null
);
create unique index gazette_plan_number on gazette_plan (series, year, issue);

-- The documents of an issue in their order; the pages are those of the printer's PDF.
create table gazette_plan_item (
    plan varchar(16) not null,
    place integer not null,
    uid varchar(16) not null,
    column_name text not null,
    first_page integer,
    last_page integer,
    primary key (plan, place)
);
create unique index gazette_plan_item_uid on gazette_plan_item (plan, uid);

-- Where the printer's PDF says something else than the published record; erratum tells the public of a misprint.
create table gazette_plan_difference (
    plan varchar(16) not null,
    number integer not null,
    uid varchar(16) not null,
    page integer not null,
    printed text not null,
    published text not null,
    erratum text,
    primary key (plan, number)
);

-- What was done, oldest first; only ever appended.
create table gazette_plan_step (
    plan varchar(16) not null,
    number integer not null,
    at text not null,
    person text not null,
    name text not null,
    action varchar(16) not null,
    from_state varchar(16) not null,
    to_state varchar(16) not null,
    note text not null,
    primary key (plan, number)
);
