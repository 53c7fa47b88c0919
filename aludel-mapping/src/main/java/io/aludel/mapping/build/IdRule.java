// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.name.TableName;
import io.aludel.core.parse.TokenCursor;
import io.aludel.core.schema.Sequence;
import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.model.IdGeneration;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Which attribute identifies the entity, and where its value comes from. */
final class IdRule {
    private static final Set<String> NOT_COMPARED_EXACTLY =
            Set.of("byte[]", "float", "double", "java.lang.Float", "java.lang.Double");

    private final EntityDraft draft;

    IdRule(EntityDraft draft) {
        this.draft = draft;
    }

    void read() {
        List<Member> marked = draft.members.stream()
                .filter(member -> member.field().annotation(Jakarta.ID).isPresent())
                .toList();
        if (marked.isEmpty() && !isNotYet()) {
            draft.error(
                    MappingCode.NO_ID,
                    null,
                    "It has no identifier. Mark one field with @Id: \"@Id @GeneratedValue(strategy = GenerationType.IDENTITY)"
                            + " private Long id;\".");
        }
        if (marked.size() > 1 && !isNotYet()) {
            draft.error(
                    MappingCode.SEVERAL_IDS,
                    marked.get(1).name(),
                    "It has " + marked.size() + " identifiers, "
                            + String.join(
                                    ", ", marked.stream().map(Member::name).toList())
                            + "; an identifier of several attributes is not supported yet. Keep one, and say what is unique by"
                            + " @Table(uniqueConstraints).");
        }
        if (marked.size() == 1) {
            one(marked.get(0));
        }
        for (Member member : draft.members) {
            if (member.field().annotation(Jakarta.GENERATED_VALUE).isPresent() && !marked.contains(member)) {
                draft.error(
                        MappingCode.CONTRADICTION,
                        member.name(),
                        "@GeneratedValue is for identifiers, and this is none; remove it, or add @Id.");
            }
        }
    }

    /** Reported already, as what this version cannot do. */
    private boolean isNotYet() {
        return draft.source.annotation(Jakarta.ID_CLASS).isPresent()
                || draft.source.methods().stream()
                        .anyMatch(method -> method.annotation(Jakarta.ID).isPresent()
                                || method.annotation(Jakarta.EMBEDDED_ID).isPresent())
                || draft.members.stream()
                        .anyMatch(member ->
                                member.field().annotation(Jakarta.EMBEDDED_ID).isPresent());
    }

    private void one(Member member) {
        if (AssociationRule.isAssociation(member.field())) {
            draft.error(
                    MappingCode.NOT_YET,
                    member.name(),
                    "An association as identifier is not supported yet; give the entity an identifier of its own, and make the"
                            + " association unique.");
            return;
        }
        String type = member.field().type().name();
        if (NOT_COMPARED_EXACTLY.contains(type)) {
            draft.error(
                    MappingCode.UNMAPPED_TYPE,
                    member.name(),
                    "A " + type
                            + " cannot be an identifier, as equal ones are not told by equals(); use Long, String or UUID.");
        }
        Optional<SourceAnnotation> generated = member.field().annotation(Jakarta.GENERATED_VALUE);
        if (generated.isPresent()) {
            if (TypeRule.PRIMITIVES.contains(type)) {
                draft.warning(
                        MappingCode.PRIMITIVE_ID,
                        member.name(),
                        "A " + type + " cannot be null before it is generated, so 0 counts as none; better declare it "
                                + (type.equals("int") ? "Integer" : "Long") + ".");
            }
            generate(member, type, generated.get());
        }
    }

    private void generate(Member member, String type, SourceAnnotation generated) {
        String strategy = generated.constant("strategy");
        boolean uuid = type.equals("java.util.UUID");
        switch (strategy) {
            case "UUID" -> {
                if (requireType(member, strategy, uuid, "java.util.UUID")) {
                    draft.generation = new IdGeneration.RandomUuid();
                }
            }
            case "AUTO" -> {
                if (uuid) {
                    draft.generation = new IdGeneration.RandomUuid();
                } else if (!generated.text("generator").isEmpty()) {
                    sequence(member, type, generated);
                } else if (requireType(member, strategy, TypeRule.INTEGERS.contains(type), "Long, Integer or UUID")) {
                    identity(member);
                }
            }
            case "IDENTITY" -> {
                if (requireType(member, strategy, TypeRule.INTEGERS.contains(type), "Long or Integer")) {
                    identity(member);
                }
            }
            case "SEQUENCE" -> sequence(member, type, generated);
            default ->
                draft.error(
                        MappingCode.NOT_YET,
                        member.name(),
                        "GenerationType." + strategy + " is not supported yet; use IDENTITY or SEQUENCE.");
        }
    }

    private boolean requireType(Member member, String strategy, boolean fits, String expected) {
        if (!fits) {
            draft.error(
                    MappingCode.GENERATED_TYPE,
                    member.name(),
                    "GenerationType." + strategy + " does not make a "
                            + member.field().type() + "; declare it as " + expected
                            + ", or leave @GeneratedValue out and set it yourself.");
        }
        return fits;
    }

    private void identity(Member member) {
        draft.generation = new IdGeneration.Identity();
        draft.attributes.replaceAll(attribute -> attribute.name().equals(member.name())
                ? attribute.withColumn(attribute.column().withGeneration(new IdentityRule(draft, member).identity()))
                : attribute);
    }

    private void sequence(Member member, String type, SourceAnnotation generated) {
        if (!requireType(member, "SEQUENCE", TypeRule.INTEGERS.contains(type), "Long or Integer")) {
            return;
        }
        String generator = generated.text("generator");
        List<SourceAnnotation> declared = generators(member);
        Optional<SourceAnnotation> named = declared.stream()
                .filter(annotation ->
                        annotation.text("name").equals(generator) || (generator.isEmpty() && declared.size() == 1))
                .findFirst();
        if (named.isEmpty() && !generator.isEmpty()) {
            draft.error(
                    MappingCode.NO_GENERATOR,
                    member.name(),
                    "There is no @SequenceGenerator(name = \"" + generator
                            + "\") at this field or its class; add it, or leave the generator's name out.");
            return;
        }
        if (named.isPresent() && named.get().number("allocationSize") < 1) {
            draft.error(
                    MappingCode.NO_GENERATOR,
                    member.name(),
                    "@SequenceGenerator(allocationSize = " + named.get().number("allocationSize")
                            + "): it is the number of identifiers taken at once, so at least 1.");
            return;
        }
        draft.generation = new IdGeneration.FromSequence(
                named.map(this::sequence).orElseGet(() -> new Sequence(sequenceName(""), 1, 50)));
    }

    private List<SourceAnnotation> generators(Member member) {
        List<SourceAnnotation> declared = new ArrayList<>();
        for (List<SourceAnnotation> annotations :
                List.of(member.field().annotations(), member.declaring().annotations(), draft.source.annotations())) {
            for (SourceAnnotation annotation : annotations) {
                if (annotation.type().equals(Jakarta.SEQUENCE_GENERATOR)) {
                    declared.add(annotation);
                } else if (annotation.type().equals(Jakarta.SEQUENCE_GENERATORS)) {
                    declared.addAll(annotation.annotations("value"));
                }
            }
        }
        return declared.stream().distinct().toList();
    }

    private Sequence sequence(SourceAnnotation generator) {
        String name =
                generator.text("sequenceName").isEmpty() ? generator.text("name") : generator.text("sequenceName");
        String schema = generator.text("schema");
        TableName sequence = name.isEmpty()
                ? sequenceName(schema)
                : TableName.of(
                        schema.isEmpty() ? draft.table.schema() : Jakarta.plainName(schema), Jakarta.plainName(name));
        return options(
                generator,
                new Sequence(sequence, generator.number("initialValue"), generator.number("allocationSize")));
    }

    private Sequence options(SourceAnnotation generator, Sequence plain) {
        AtomicReference<Sequence> sequence = new AtomicReference<>(plain);
        new OptionWords(
                        draft,
                        null,
                        MappingCode.OPTIONS,
                        "@SequenceGenerator",
                        "\"as …\" and a type, \"minvalue …\", \"maxvalue …\", \"cache …\" and \"cycle\"")
                .read(generator.text("options"), words -> sequence.set(word(words, sequence.get())));
        return sequence.get();
    }

    private static Sequence word(TokenCursor words, Sequence sequence) {
        if (words.skipWords("as")) {
            return sequence.withType(TypeWords.read(words));
        }
        return sequence.withNumbering(NumberingWords.word(words, sequence.numbering()));
    }

    private TableName sequenceName(String schema) {
        return TableName.of(
                schema.isEmpty() ? draft.table.schema() : Jakarta.plainName(schema), draft.table.name() + "_seq");
    }
}
