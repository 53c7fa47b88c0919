// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.element;

import io.aludel.mapping.source.ClassSource;
import io.aludel.mapping.source.SourceAnnotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** The compiler's annotations as {@link SourceAnnotation}s. */
final class ElementAnnotations extends SimpleAnnotationValueVisitor14<Object, Void> {
    private final Elements elements;
    private final ElementTypes types;

    ElementAnnotations(Elements elements, ElementTypes types) {
        this.elements = elements;
        this.types = types;
    }

    List<SourceAnnotation> of(Element element) {
        return element.getAnnotationMirrors().stream()
                .filter(this::isRelevant)
                .map(this::read)
                .toList();
    }

    private boolean isRelevant(AnnotationMirror annotation) {
        Retention retention = annotation.getAnnotationType().asElement().getAnnotation(Retention.class);
        return ClassSource.isRelevant(name(annotation))
                && retention != null
                && retention.value() == RetentionPolicy.RUNTIME;
    }

    private SourceAnnotation read(AnnotationMirror annotation) {
        Map<String, Object> values = new HashMap<>();
        elements.getElementValuesWithDefaults(annotation)
                .forEach((element, value) -> values.put(element.getSimpleName().toString(), value.accept(this, null)));
        return new SourceAnnotation(name(annotation), values);
    }

    private String name(AnnotationMirror annotation) {
        return elements.getBinaryName(
                        (TypeElement) annotation.getAnnotationType().asElement())
                .toString();
    }

    @Override
    public Object visitEnumConstant(VariableElement constant, Void none) {
        TypeElement type = (TypeElement) constant.getEnclosingElement();
        return new SourceAnnotation.EnumConstant(
                elements.getBinaryName(type).toString(),
                constant.getSimpleName().toString());
    }

    @Override
    public Object visitType(TypeMirror type, Void none) {
        return new SourceAnnotation.ClassName(types.read(type).name());
    }

    @Override
    public Object visitAnnotation(AnnotationMirror annotation, Void none) {
        return read(annotation);
    }

    @Override
    public Object visitArray(List<? extends AnnotationValue> values, Void none) {
        return values.stream().map(value -> value.accept(this, null)).toList();
    }

    /** A text or a boxed primitive, as it is. */
    @Override
    protected Object defaultAction(Object value, Void none) {
        return value;
    }
}
