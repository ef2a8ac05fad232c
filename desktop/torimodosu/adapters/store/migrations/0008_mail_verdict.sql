-- Whether a mail is genuine, as it was judged when the mails were last read.
ALTER TABLE mail ADD COLUMN verdict TEXT;
