package org.orcacomet.launcher.scope;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.service.TlsFiles;

/** An input file of today's Python client: a JSON object. Holds tokens, and says nothing of them. */
public final class InputFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final JsonNode members;

    private InputFile(Path file, JsonNode members) {
        this.file = file;
        this.members = members;
    }

    /** One without anything in it. */
    public static InputFile none() {
        return new InputFile(Path.of(""), MissingNode.getInstance());
    }

    /**
     * Reads one.
     *
     * @throws LaunchException if it cannot be read, or is no such file; the text quotes nothing of it
     */
    public static InputFile read(Path file) throws LaunchException {
        try {
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw new LaunchException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + "): name another file", e);
        }
    }

    static InputFile parse(Path file, String text) throws LaunchException {
        try {
            JsonNode members = JSON.readTree(text);
            if (members.isObject()) {
                return new InputFile(file, members);
            }
        } catch (JsonProcessingException e) {
            // Its text would quote the file, so it is no cause to keep.
        }
        throw new LaunchException(
                file + " is no JSON object: write {\"contextId\":..., \"readToken\":..., ...} into it");
    }

    /**
     * The text of a member; empty if it is missing, null or empty.
     *
     * @throws LaunchException if it is no text
     */
    public Optional<String> text(String member) throws LaunchException {
        JsonNode node = members.path(member);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw new LaunchException(file + ": " + member + " is no text: put it into quotation marks");
        }
        return Optional.of(node.textValue()).filter(text -> !text.isEmpty());
    }

    /** The value to write, if the file has one: a text as it is, anything else as the JSON that it is. */
    Optional<ScopeValue> value() throws LaunchException {
        JsonNode node = members.path("value");
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (node.isNull()) {
            return Optional.of(ScopeValue.ofNull());
        }
        try {
            return Optional.of(ScopeValue.of(node.isTextual() ? node.textValue() : node.toString()));
        } catch (IllegalArgumentException e) {
            throw new LaunchException(file + ": " + e.getMessage(), e);
        }
    }

    /** The certificates that it names; relative paths are against the working directory. */
    TlsFiles tls() throws LaunchException {
        return new TlsFiles(path("caCert"), path("cert"), path("certKey"));
    }

    private Optional<Path> path(String member) throws LaunchException {
        try {
            return text(member).map(Path::of);
        } catch (InvalidPathException e) {
            throw new LaunchException(file + ": " + member + " is no name of a file", e);
        }
    }

    /** That it is one, and no more. */
    @Override
    public String toString() {
        return "InputFile[" + file + "]";
    }
}
