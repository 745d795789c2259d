-- The language of a notice to an address, where its event names one. A resident's notices are
-- written in the language of the contact when they are sent.
alter table notice add column language text;
