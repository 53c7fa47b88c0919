// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The other side's entities as a set that is loaded when it is used; it keeps their order. */
public final class LazySet extends AbstractSet<Object> implements LazyCollection {
    private final Consumer<LazyCollection> loader;
    private @Nullable Set<Object> elements;

    /**
     * @param loader calls {@link #fill}, or throws
     */
    LazySet(Consumer<LazyCollection> loader) {
        this.loader = loader;
    }

    @Override
    public boolean isLoaded() {
        return elements != null;
    }

    @Override
    public void fill(List<Object> elements) {
        this.elements = new LinkedHashSet<>(elements);
    }

    private Set<Object> elements() {
        if (elements == null) {
            loader.accept(this);
        }
        return Objects.requireNonNull(elements, "elements");
    }

    @Override
    public Iterator<Object> iterator() {
        return elements().iterator();
    }

    @Override
    public Spliterator<Object> spliterator() {
        return elements().spliterator();
    }

    @Override
    public int size() {
        return elements().size();
    }

    @Override
    public boolean contains(Object element) {
        return elements().contains(element);
    }

    @Override
    public boolean add(Object element) {
        return elements().add(element);
    }

    @Override
    public boolean remove(Object element) {
        return elements().remove(element);
    }

    @Override
    public boolean removeAll(Collection<?> others) {
        return elements().removeAll(others);
    }

    @Override
    public void clear() {
        elements().clear();
    }
}
