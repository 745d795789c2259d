package city.plaza.platform.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Finds the module of a class by its package. */
final class Modules {

	private static final Pattern MODULE = Pattern.compile("city\\.plaza\\.([a-z0-9]+)(\\..*)?");

	private static final String SHARED = "platform";

	private Modules() {
	}

	static ArchCondition<JavaClass> dependOnlyOnTheirOwn() {
		return new ArchCondition<>("depend on no other module but the platform") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getDirectDependenciesFromSelf()
					.stream()
					.filter(Modules::isForeign)
					.forEach((foreign) -> events.add(SimpleConditionEvent.violated(type, foreign.getDescription())));
			}

		};
	}

	private static boolean isForeign(Dependency dependency) {
		String target = moduleOf(dependency.getTargetClass().getBaseComponentType());
		return !target.isEmpty() && !target.equals(SHARED) && !target.equals(moduleOf(dependency.getOriginClass()));
	}

	private static String moduleOf(JavaClass type) {
		Matcher module = MODULE.matcher(type.getPackageName());
		return module.matches() ? module.group(1) : "";
	}

}
