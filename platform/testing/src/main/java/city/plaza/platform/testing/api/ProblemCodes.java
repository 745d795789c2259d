package city.plaza.platform.testing.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds the codes of the problems that a service's classes make: the constants of
 * kebab-case in the classes that use {@code Problem}.
 */
final class ProblemCodes {

	private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)+");

	private static final String PROBLEM = "city/plaza/platform/problem/Problem";

	private ProblemCodes() {
	}

	/**
	 * The codes.
	 * @param classes the directory of a service's compiled classes
	 */
	static Set<String> in(Path classes) {
		Set<String> codes = new TreeSet<>();
		try (Stream<Path> files = Files.walk(classes)) {
			files.filter((file) -> file.toString().endsWith(".class")).forEach((file) -> codes.addAll(of(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return codes;
	}

	private static Set<String> of(Path file) {
		Set<String> codes = new TreeSet<>();
		try {
			ClassModel type = ClassFile.of().parse(file);
			if (usesProblem(type)) {
				type.methods().forEach((method) -> collect(method, codes));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return codes;
	}

	private static boolean usesProblem(ClassModel type) {
		return StreamSupport.stream(type.constantPool().spliterator(), false)
			.anyMatch((entry) -> entry instanceof ClassEntry used
					&& (used.name().equalsString(PROBLEM) || used.name().equalsString(PROBLEM + "$FieldError")));
	}

	private static void collect(MethodModel method, Set<String> codes) {
		method.code().ifPresent((code) -> {
			for (CodeElement element : code) {
				if (element instanceof ConstantInstruction constant && constant.constantValue() instanceof String text
						&& CODE.matcher(text).matches()) {
					codes.add(text);
				}
			}
		});
	}

}
