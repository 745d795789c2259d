package city.plaza.platform.openapi;

import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import city.plaza.platform.problem.FieldCodes;
import city.plaza.platform.problem.Problem.FieldError;
import jakarta.validation.Validator;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;

/** Lists what a request body can be refused for, by the constraints of its fields. */
final class Violations {

	private static final Comparator<FieldError> ORDER = Comparator.comparing(FieldError::field)
		.thenComparing(FieldError::code)
		.thenComparing(FieldError::message);

	private final Validator validator;

	Violations(Validator validator) {
		this.validator = validator;
	}

	/**
	 * One violation of each constraint.
	 * @param body the type of a request body
	 * @return never empty for a body with constraints
	 * @throws IllegalStateException if a constraint has no message of its own: what
	 * Jakarta says by itself names neither the field nor the remedy
	 */
	List<FieldError> of(Class<?> body) {
		List<FieldError> errors = new ArrayList<>();
		addOf(body, "", new ArrayDeque<>(), errors);
		// Validators list them in another order in each process.
		return errors.stream().sorted(ORDER).toList();
	}

	/** A type inside of itself has the constraints that it had outside. */
	private void addOf(Class<?> type, String prefix, Deque<Class<?>> around, List<FieldError> errors) {
		if (around.contains(type)) {
			return;
		}
		around.push(type);
		BeanDescriptor bean = this.validator.getConstraintsForClass(type);
		for (PropertyDescriptor property : bean.getConstrainedProperties()) {
			addOf(property, prefix + property.getPropertyName(), around, errors);
		}
		around.pop();
	}

	private <T extends ElementDescriptor & CascadableDescriptor & ContainerDescriptor> void addOf(T element,
			String path, Deque<Class<?>> around, List<FieldError> errors) {
		element.getConstraintDescriptors()
			.stream()
			.map((constraint) -> error(path, constraint))
			.filter((error) -> !errors.contains(error))
			.forEach(errors::add);
		if (element.isCascaded()) {
			addOf(element.getElementClass(), path + ".", around, errors);
		}
		element.getConstrainedContainerElementTypes().forEach((item) -> addOf(item, path + "[0]", around, errors));
	}

	private static FieldError error(String path, ConstraintDescriptor<? extends Annotation> constraint) {
		String message = constraint.getMessageTemplate();
		if (message.startsWith("{jakarta.") || message.startsWith("{org.hibernate.")) {
			throw new IllegalStateException("Give the constraint %s of %s a message that names the remedy"
				.formatted(constraint.getAnnotation(), path));
		}
		return new FieldError(path, FieldCodes.of(constraint.getAnnotation().annotationType().getSimpleName()),
				message);
	}

}
