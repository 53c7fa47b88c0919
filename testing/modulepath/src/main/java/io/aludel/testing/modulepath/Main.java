// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.modulepath;

import io.aludel.core.dialect.Dialect;
import io.aludel.engine.Engine;
import io.aludel.mapping.Model;
import io.aludel.orm.SessionFactory;
import java.lang.module.ModuleDescriptor;
import java.util.ServiceLoader;

/** Prints the modules of Aludel that it runs on, the dialects that it finds, and a row that a session wrote and read, one on each line. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Main.class.getModule().getLayer().modules().stream()
                .map(Module::getDescriptor)
                .filter(module -> module.name().startsWith("io.aludel."))
                .map(module -> kind(module) + " " + module.name())
                .sorted()
                .forEach(System.out::println);
        ServiceLoader.load(Dialect.class).stream()
                .map(provider -> "dialect " + provider.get().name())
                .sorted()
                .forEach(System.out::println);
        try (Engine engine = Engine.create("sqlite::memory:")) {
            SessionFactory sessions = SessionFactory.of(engine, Model.of(Pet.class));
            sessions.createAll();
            sessions.inTransaction(session -> session.persist(new Pet("Rex")));
            QPet pet = QPet.pet;
            sessions.inTransaction(session -> session.select(pet)
                    .from(pet)
                    .where(pet.name.like("R%"))
                    .list()
                    .forEach(found -> System.out.println("pet " + found)));
        }
    }

    /** An automatic module is a jar without {@code module-info}: none of ours may be one. */
    private static String kind(ModuleDescriptor module) {
        return module.isAutomatic() ? "automatic" : "module";
    }
}
