// SPDX-License-Identifier: Apache-2.0
package org.hibernate.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Retention(RetentionPolicy.RUNTIME)
public @interface OnDelete {
    OnDeleteAction action();
}
