-- What searching by words needs.

-- The words of a text: what stands between characters that are neither letters nor digits, in small letters and composed.
-- The class io.loupe.index.Words says the same; a test compares them on every character there is. The collation is the one
-- whose letters are Unicode's on every system.
CREATE FUNCTION words(text) RETURNS text[] IMMUTABLE PARALLEL SAFE LANGUAGE sql
    RETURN array_remove(
        regexp_split_to_array(lower(normalize($1, NFC) COLLATE pg_c_utf8), '[^[:alnum:]]+'),
        '');
