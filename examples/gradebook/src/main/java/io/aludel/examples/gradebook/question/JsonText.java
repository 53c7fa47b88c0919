// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Answers as JSON, an object a line. */
final class JsonText {
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Spacing.AFTER)
            .withObjectEntrySpacing(Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private JsonText() {}

    static void print(Answer answer, PrintWriter out) {
        print(json -> rows(answer, json), out);
    }

    static void printAll(List<Asked> all, PrintWriter out) {
        print(
                json -> {
                    json.writeStartArray();
                    for (Asked one : all) {
                        asked(one, json);
                    }
                    json.writeEndArray();
                },
                out);
    }

    /** What writes; a writer of text fails only where the stream below it does. */
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static void print(Writing writing, PrintWriter out) {
        try (JsonGenerator json = generator(out)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static void asked(Asked asked, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("question", asked.question().number());
        json.writeStringField("title", asked.question().title());
        json.writeObjectFieldStart("about");
        for (Map.Entry<String, Object> about : asked.about().entrySet()) {
            json.writeFieldName(about.getKey());
            value(about.getValue(), json);
        }
        json.writeEndObject();
        json.writeFieldName("rows");
        rows(asked.answer(), json);
        json.writeEndObject();
    }

    private static JsonGenerator generator(PrintWriter out) throws IOException {
        DefaultPrettyPrinter objectALine = new DefaultPrettyPrinter(SEPARATORS);
        objectALine.indentArraysWith(new DefaultIndenter("  ", System.lineSeparator()));
        objectALine.indentObjectsWith(new DefaultPrettyPrinter.NopIndenter());
        JsonGenerator json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(out);
        return json.setPrettyPrinter(objectALine).setCharacterEscapes(new JsonEscapes());
    }

    private static void rows(Answer answer, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (List<Object> row : answer.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(answer.columns().get(i));
                value(row.get(i), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A whole number or a decimal with the places it has; all else, dates too, as text. */
    private static void value(Object value, JsonGenerator json) throws IOException {
        if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal.toPlainString());
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(value.toString());
        } else {
            json.writeString(value.toString());
        }
    }
}
