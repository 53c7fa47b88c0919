// SPDX-License-Identifier: Apache-2.0
package org.hibernate.annotations;

public enum OnDeleteAction {
    NO_ACTION,
    CASCADE,
    SET_NULL
}
