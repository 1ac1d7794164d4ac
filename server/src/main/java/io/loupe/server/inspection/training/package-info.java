/** Trainings: from the pictures of a project to a version of its model. */
@NullMarked
package io.loupe.server.inspection.training;

import org.jspecify.annotations.NullMarked;
