// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Throwaway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An empty database for a short while, with the settings of a live one: to try out what commits. Where that is a server, it is made beside the live
 * one, which takes the right to create databases. Close it, and it is gone.
 */
public final class ThrowawayDatabase implements AutoCloseable {
    private final Engine engine;
    /** One in memory is there as long as somebody is connected. */
    private final @Nullable EngineConnection held;

    private final Runnable drop;

    private ThrowawayDatabase(Engine engine, @Nullable EngineConnection held, Runnable drop) {
        this.engine = engine;
        this.held = held;
        this.drop = drop;
    }

    static ThrowawayDatabase of(Engine live) {
        Path folder = folder();
        try (EngineConnection connection = live.connect()) {
            Throwaway place = connection.dialect().scratch().throwaway(connection.catalog(), folder);
            if (place instanceof Throwaway.OnServer server) {
                delete(folder);
                Engine beside = live.beside(server.name());
                closingAtFailure(beside, () -> server.create().forEach(connection::execute));
                return new ThrowawayDatabase(beside, null, () -> execute(live, server.drop()));
            }
            Engine apart = Engine.inMemory(((Throwaway.Apart) place).url(), connection.dialect());
            EngineConnection[] held = new EngineConnection[1];
            closingAtFailure(apart, () -> held[0] = apart.connect());
            return new ThrowawayDatabase(apart, held[0], () -> delete(folder));
        } catch (RuntimeException | Error e) {
            delete(folder);
            throw e;
        }
    }

    private static void closingAtFailure(Engine engine, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            engine.close();
            throw e;
        }
    }

    private static void execute(Engine live, List<String> statements) {
        try (EngineConnection connection = live.connect()) {
            statements.forEach(connection::execute);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("aludel-throwaway-");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for a throwaway database.", e);
        }
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the folder of a throwaway database, " + folder + ".", e);
        }
    }

    /** Reaches it; closed with it. */
    public Engine engine() {
        return engine;
    }

    @Override
    public void close() {
        try (engine) {
            if (held != null) {
                held.close();
            }
        } finally {
            drop.run();
        }
    }
}
