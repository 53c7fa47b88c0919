// SPDX-License-Identifier: Apache-2.0
/** Stand-ins for the two annotations of Hibernate that are understood by name, so that no test needs Hibernate. */
@NullMarked
package org.hibernate.annotations;

import org.jspecify.annotations.NullMarked;
