package city.plaza.platform.testing;

import java.lang.reflect.Parameter;
import java.util.Arrays;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Rules for the parameters of controllers. */
final class Parameters {

	private Parameters() {
	}

	/** Those that may be null, whose annotation has to say the same. */
	static ArchCondition<JavaMethod> sayThatTheyMayBeMissing() {
		return new ArchCondition<>("say of nullable parameters that they are not required") {
			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				Arrays.stream(method.reflect().getParameters())
					.filter((parameter) -> parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)
							&& isRequired(parameter))
					.forEach((parameter) -> events.add(SimpleConditionEvent.violated(method,
							"%s has no required = false at %s".formatted(method.getFullName(), parameter))));
			}
		};
	}

	private static boolean isRequired(Parameter parameter) {
		RequestParam param = parameter.getAnnotation(RequestParam.class);
		RequestHeader header = parameter.getAnnotation(RequestHeader.class);
		return (param != null && param.required()) || (header != null && header.required());
	}

}
