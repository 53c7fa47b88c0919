// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium with one page, spoken to by its DevTools protocol. */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern SOCKET = Pattern.compile("\"webSocketDebuggerUrl\": \"(ws://[^\"]+/page/[^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\"(?:value|data)\":\"((?:[^\"\\\\]++|\\\\.)*+)\"");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final List<String> events = new ArrayList<>();
    private final WebSocket socket;
    private int last;

    /** The program that the environment variable CHROME names, else the first of its usual names on the path. */
    static Optional<Path> program(Map<String, String> environment) {
        String named = environment.getOrDefault("CHROME", "");
        return named.isEmpty()
                ? Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                        .flatMap(name -> Stream.of(
                                        environment.getOrDefault("PATH", "").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst()
                : Optional.of(Path.of(named));
    }

    /** @param profile a folder for what it remembers */
    Chromium(Path program, Path profile) throws IOException, InterruptedException, TimeoutException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--hide-scrollbars",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String port = await(() -> {
                Path file = profile.resolve("DevToolsActivePort");
                List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
                return lines.size() < 2 ? Optional.empty() : Optional.of(lines.get(0));
            });
            URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
            String page = await(() -> {
                Matcher found = SOCKET.matcher(
                        http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                                .body());
                return found.find() ? Optional.of(found.group(1)) : Optional.empty();
            });
            socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create(page), new Receiver())
                    .join();
        } catch (IOException | InterruptedException | TimeoutException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
        for (String domain : List.of("Page", "Log", "Runtime", "Network")) {
            call(domain + ".enable", "");
        }
    }

    /** Opens a file in a window of this size. */
    void open(Path file, int width, int height, String colourScheme) throws InterruptedException, TimeoutException {
        call(
                "Emulation.setDeviceMetricsOverride",
                "\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":false".formatted(width, height));
        call(
                "Emulation.setEmulatedMedia",
                "\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"%s\"}]".formatted(colourScheme));
        events.clear();
        call("Page.navigate", "\"url\":\"" + file.toUri() + "\"");
        awaitEvent(event -> event.contains("\"Page.loadEventFired\""));
    }

    /** The text that an expression gives. It may hold no quotation marks. */
    String evaluate(String expression) throws InterruptedException, TimeoutException {
        String escaped = expression.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
        String answer = call("Runtime.evaluate", "\"returnByValue\":true,\"expression\":\"" + escaped + "\"");
        Matcher value = VALUE.matcher(answer);
        if (!value.find()) {
            throw new AssertionError(answer);
        }
        return value.group(1);
    }

    /** The whole page as a picture. */
    byte[] picture() throws InterruptedException, TimeoutException {
        String answer = call("Page.captureScreenshot", "\"captureBeyondViewport\":true,\"format\":\"png\"");
        Matcher data = VALUE.matcher(answer);
        if (!data.find()) {
            throw new AssertionError(answer);
        }
        return Base64.getDecoder().decode(data.group(1));
    }

    /** What has been reported since the page was opened: errors, and what was loaded. */
    List<String> events(String... methods) {
        return events.stream()
                .filter(event -> Stream.of(methods).anyMatch(method -> event.contains("\"method\":\"" + method + "\"")))
                .toList();
    }

    /** Ends it, and waits for all its processes, which write into the profile until then. */
    @Override
    public void close() throws InterruptedException, TimeoutException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        call("Browser.close", "");
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                one.destroyForcibly();
            }
        }
    }

    /** Calls a method of the protocol and gives its answer as it came. */
    private String call(String method, String parameters) throws InterruptedException, TimeoutException {
        int id = ++last;
        socket.sendText("{\"id\":%d,\"method\":\"%s\",\"params\":{%s}}".formatted(id, method, parameters), true)
                .join();
        String answer = awaitEvent(event -> event.startsWith("{\"id\":" + id + ","));
        if (answer.contains("\"exceptionDetails\"") || answer.startsWith("{\"id\":" + id + ",\"error\"")) {
            throw new AssertionError(method + ": " + answer);
        }
        return answer;
    }

    private String awaitEvent(Predicate<String> which) throws InterruptedException, TimeoutException {
        while (true) {
            String message = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new TimeoutException("Chromium has not answered for " + PATIENCE.toSeconds() + " s.");
            }
            events.add(message);
            if (which.test(message)) {
                return message;
            }
        }
    }

    private interface Attempt {
        Optional<String> get() throws IOException, InterruptedException;
    }

    private String await(Attempt attempt) throws IOException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<String> found = attempt.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (!process.isAlive()) {
                throw new IOException("Chromium ended with the exit code " + process.exitValue() + ".");
            }
            Thread.sleep(20);
        }
        throw new TimeoutException("Chromium has not started within " + PATIENCE.toSeconds() + " s.");
    }

    /** Puts the pieces of messages together. */
    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean isLast) {
            message.append(piece);
            if (isLast) {
                received.add(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null; // asks for no more time
        }
    }
}
