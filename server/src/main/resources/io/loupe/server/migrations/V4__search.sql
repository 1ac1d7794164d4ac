-- What searching by words needs.

-- The words of a text: what stands between characters that are neither letters nor digits, in small letters and composed.
-- The class io.loupe.index.Words says the same; a test compares them on every character there is. The collation is the one
-- whose letters are Unicode's on every system.
CREATE FUNCTION words(text) RETURNS text[] IMMUTABLE PARALLEL SAFE LANGUAGE sql
    RETURN array_remove(
        regexp_split_to_array(lower(normalize($1, NFC) COLLATE pg_c_utf8), '[^[:alnum:]]+'),
        '');

-- The words that are said about a picture, each once, with the weight of the best place where it is said. A table, because
-- PostgreSQL uses no text index under row-level security: of the operators only plain comparisons are known to leak nothing.
CREATE TABLE image_word (
    tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    word      text COLLATE "C" NOT NULL,
    image_id  uuid NOT NULL REFERENCES image ON DELETE CASCADE,
    weight    real NOT NULL,
    PRIMARY KEY (tenant_id, word, image_id)
);
CREATE INDEX image_word_by_image ON image_word (image_id);

ALTER TABLE image_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE image_word FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON image_word USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON image_word TO "${application}";

-- Words of more than a thousand characters cannot be searched for.
CREATE FUNCTION note_words_of_image() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM image_word WHERE image_id = NEW.id;
    INSERT INTO image_word (tenant_id, word, image_id, weight)
    SELECT NEW.tenant_id, said.word, NEW.id, max(said.weight)
    FROM (
        SELECT unnest(words(array_to_string(NEW.tags, ' '))), 1.0
        UNION ALL SELECT unnest(words(object ->> 'label')), 0.8 FROM jsonb_array_elements(NEW.objects) object
        UNION ALL SELECT unnest(words(NEW.name)), 0.7
        UNION ALL SELECT unnest(words(value)), 0.5 FROM jsonb_each_text(NEW.metadata)
    ) said (word, weight)
    WHERE length(said.word) <= 1000
    GROUP BY said.word;
    RETURN NULL;
END
$$;
CREATE TRIGGER words_of_image AFTER INSERT OR UPDATE OF name, tags, objects, metadata ON image
    FOR EACH ROW EXECUTE FUNCTION note_words_of_image();
