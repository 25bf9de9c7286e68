-- What departments hand in. "version" grows with every change, so that nobody overwrites what was not seen; request_key is
-- given by who hands in, so that the same request twice is one submission.
create table submission (
    id varchar(16) primary key,
    department text not null,
    state varchar(16) not null,
    review integer not null,
    held_from varchar(16),
    version integer not null,
    batch bigint not null unique,
    request_key text,
    title text,
    statement text not null,
    created_by text not null,
    created_at text not null,
    due_on varchar(10),
    release_at text,
    problem text,
    lock_person text,
    lock_name text,
    lock_until text,
    is_read integer not null default 0
);
create unique index submission_request on submission (department, request_key);
create index submission_state on submission (state, created_at);
create index submission_department on submission (department, created_at);

-- Its files, and the documents that were read of them: part 0 is the file itself.
create table submission_document (
    submission varchar(16) not null,
    name text not null,
    part integer not null,
    kind varchar(16) not null,
    uid varchar(16),
    title text,
    outcome varchar(16),
    reason text,
    primary key (submission, name, part)
);
create index submission_document_uid on submission_document (uid);

-- What was done, oldest first; only ever appended.
create table submission_step (
    submission varchar(16) not null,
    number integer not null,
    at text not null,
    person text not null,
    name text not null,
    kind varchar(16) not null,
    move varchar(16),
    from_state varchar(16) not null,
    to_state varchar(16) not null,
    review integer not null,
    note text not null,
    primary key (submission, number)
);
create index submission_step_person on submission_step (person);

-- Releases that the queue was asked for at a version, with the batches that answer.
create table submission_release (
    submission varchar(16) primary key,
    version integer not null,
    batches text not null,
    answered integer not null default 0
);
