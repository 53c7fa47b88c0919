// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The other side's entities as a list that is loaded when it is used. */
public final class LazyList extends AbstractList<Object> implements LazyCollection, RandomAccess {
    private final Consumer<LazyCollection> loader;
    private @Nullable List<Object> elements;

    /**
     * @param loader calls {@link #fill}, or throws
     */
    LazyList(Consumer<LazyCollection> loader) {
        this.loader = loader;
    }

    @Override
    public boolean isLoaded() {
        return elements != null;
    }

    @Override
    public void fill(List<Object> elements) {
        this.elements = new ArrayList<>(elements);
    }

    private List<Object> elements() {
        if (elements == null) {
            loader.accept(this);
        }
        return Objects.requireNonNull(elements, "elements");
    }

    @Override
    public Object get(int index) {
        return elements().get(index);
    }

    @Override
    public int size() {
        return elements().size();
    }

    @Override
    public Object set(int index, Object element) {
        return elements().set(index, element);
    }

    @Override
    public void add(int index, Object element) {
        modCount++;
        elements().add(index, element);
    }

    @Override
    public Object remove(int index) {
        modCount++;
        return elements().remove(index);
    }

    @Override
    public boolean removeIf(Predicate<? super Object> filter) {
        modCount++;
        return elements().removeIf(filter);
    }

    @Override
    public boolean removeAll(Collection<?> others) {
        modCount++;
        return elements().removeAll(others);
    }

    @Override
    public boolean retainAll(Collection<?> others) {
        modCount++;
        return elements().retainAll(others);
    }

    @Override
    public void clear() {
        modCount++;
        elements().clear();
    }

    @Override
    public void sort(@Nullable Comparator<? super Object> comparator) {
        elements().sort(comparator);
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
    public @Nullable Object[] toArray() {
        return elements().toArray();
    }
}
