// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was measured in one run, as JSON.
 *
 * @param conditions what has to be known of the run: machine, versions, number of rounds
 */
record Results(Map<String, String> conditions, List<Case> cases) {
    /**
     * One workload on one database.
     *
     * @param loadBefore processes that wanted to run on the machine, on average over the last minute
     */
    record Case(
            String database, String workload, double loadBefore, double loadAfter, List<Measurement> measurements) {}

    void write(Path file) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeObjectFieldStart("conditions");
            for (Map.Entry<String, String> condition : conditions.entrySet()) {
                json.writeStringField(condition.getKey(), condition.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("cases");
            for (Case one : cases) {
                write(one, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(Case one, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("database", one.database());
        json.writeStringField("workload", one.workload());
        json.writeNumberField("loadBefore", one.loadBefore());
        json.writeNumberField("loadAfter", one.loadAfter());
        json.writeArrayFieldStart("measurements");
        for (Measurement measurement : one.measurements()) {
            json.writeStartObject();
            json.writeStringField("library", measurement.library());
            numbers("micros", measurement.micros(), json);
            numbers("bytes", measurement.bytes(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void numbers(String name, List<Double> numbers, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeArray(numbers.stream().mapToDouble(number -> number).toArray(), 0, numbers.size());
    }

    static Results read(Path file) throws IOException {
        Map<String, String> conditions = new LinkedHashMap<>();
        List<Case> cases = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(Files.newBufferedReader(file))) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("conditions")) {
                    while (json.nextToken() != JsonToken.END_OBJECT) {
                        conditions.put(json.currentName(), json.nextTextValue());
                    }
                } else {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        cases.add(readCase(json));
                    }
                }
            }
        }
        return new Results(conditions, cases);
    }

    private static Case readCase(JsonParser json) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        List<Measurement> measurements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            if (json.nextToken() != JsonToken.START_ARRAY) {
                texts.put(field, json.getText());
                continue;
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                measurements.add(readMeasurement(json));
            }
        }
        return new Case(
                texts.get("database"),
                texts.get("workload"),
                Double.parseDouble(texts.get("loadBefore")),
                Double.parseDouble(texts.get("loadAfter")),
                measurements);
    }

    private static Measurement readMeasurement(JsonParser json) throws IOException {
        String library = "";
        Map<String, List<Double>> numbers = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            if (json.nextToken() != JsonToken.START_ARRAY) {
                library = json.getText();
                continue;
            }
            List<Double> some = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                some.add(json.getDoubleValue());
            }
            numbers.put(field, some);
        }
        return new Measurement(library, numbers.get("micros"), numbers.get("bytes"));
    }
}
