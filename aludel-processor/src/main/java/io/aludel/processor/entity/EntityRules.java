// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.entity;

import io.aludel.processor.report.ProcessorCode;
import io.aludel.processor.report.Report;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;

/** What generated code could not compile or reach, although the mapping is right. */
public final class EntityRules {
    private final Elements elements;
    private final Visibility visibility;
    private final Report report;

    public EntityRules(Elements elements, Report report) {
        this.elements = elements;
        this.visibility = new Visibility(elements);
        this.report = report;
    }

    /** Whether generated code can name the entity and the types of its members; what it cannot name is reported. */
    public boolean isNameable(MappedEntity entity) {
        boolean isClassNameable = isClassNameable(entity);
        boolean areTypesNameable = true;
        for (MappedField member : entity.members()) {
            if (!visibility.canName(member.type(), entity.type())
                    || !visibility.canName(member.declared(), entity.type())) {
                areTypesNameable = false;
                report.error(
                        ProcessorCode.HIDDEN_TYPE,
                        member.element(),
                        place(entity, member) + " has the type " + member.declared()
                                + ", which classes generated in the entity's package cannot see. Make that type "
                                + "package-private or public.");
            }
        }
        return isClassNameable && areTypesNameable;
    }

    private boolean isClassNameable(MappedEntity entity) {
        if (!entity.type().getTypeParameters().isEmpty()) {
            report.error(
                    ProcessorCode.TYPE_PARAMETERS,
                    entity.type(),
                    entity.model().entityName()
                            + " has type parameters, but a row has one class. Move them to a mapped superclass.");
            return false;
        }
        if (!visibility.canName(entity.type().asType(), entity.type())) {
            report.error(
                    ProcessorCode.HIDDEN_TYPE,
                    entity.type(),
                    entity.model().entityName()
                            + " is private, so that its companion cannot see it. Remove \"private\".");
            return false;
        }
        return true;
    }

    /** Reports the fields that a companion could not reach. */
    public void checkReach(MappedEntity entity) {
        for (MappedField member : entity.members()) {
            if (!canReach(entity, member)) {
                report.error(ProcessorCode.CLOSED_MODULE, entity.type(), closed(entity, member));
            }
        }
    }

    private boolean canReach(MappedEntity entity, MappedField member) {
        ModuleElement own = elements.getModuleOf(entity.type());
        ModuleElement others = elements.getModuleOf(member.element());
        return own.equals(others)
                || others.isUnnamed()
                || others.isOpen()
                || member.isProtected()
                || isOpened(others, member, own);
    }

    private boolean isOpened(ModuleElement module, MappedField member, ModuleElement to) {
        PackageElement inPackage = elements.getPackageOf(member.element());
        return module.getDirectives().stream()
                .filter(ModuleElement.OpensDirective.class::isInstance)
                .map(ModuleElement.OpensDirective.class::cast)
                .filter(opens -> opens.getPackage().equals(inPackage))
                .anyMatch(opens -> opens.getTargetModules() == null
                        || opens.getTargetModules().contains(to));
    }

    private String closed(MappedEntity entity, MappedField member) {
        String inPackage =
                elements.getPackageOf(member.element()).getQualifiedName().toString();
        ModuleElement module = elements.getModuleOf(member.element());
        return place(entity, member) + " is declared in module " + module.getQualifiedName()
                + ", which does not let this module reach its fields. Add \"opens " + inPackage + " to "
                + elements.getModuleOf(entity.type()).getQualifiedName() + ";\" there, or make the field protected.";
    }

    private static String place(MappedEntity entity, MappedField member) {
        return entity.model().entityName() + "." + member.name();
    }
}
