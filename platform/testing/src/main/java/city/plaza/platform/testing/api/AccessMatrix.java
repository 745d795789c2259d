package city.plaza.platform.testing.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

import city.plaza.platform.testing.TestTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Calls every operation of a service's description as everybody who could try: nobody, a
 * stranger with a key of their own, somebody whose token has expired, a resident, and
 * staff of each role. A table says who may: an operation that has no row in it is
 * reported, and so is a row without its operation.
 *
 * <p>
 * The table holds a line an operation, {@code METHOD path = callers}; callers are
 * {@code everybody}, {@code signed-in} or roles with spaces between them.
 */
public final class AccessMatrix {

	/** All of them, and the resident, who has none. */
	private static final List<String> CALLERS = List.of(AccessTable.RESIDENT, "finance", "help-desk", "administrator");

	private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

	private static final String ABSENT = "0197a000-0000-7000-8000-00000000dead";

	private final WebTestClient client;

	private final Map<String, String> table;

	private final Function<List<String>, String> tokens;

	private final List<String> wrong = new ArrayList<>();

	private int calls;

	private AccessMatrix(WebTestClient client, Map<String, String> table, Function<List<String>, String> tokens) {
		this.client = client;
		this.table = table;
		this.tokens = tokens;
	}

	/**
	 * What came of all calls.
	 *
	 * @param calls how many there were
	 * @param wrong each that was let through or refused against the table, and each
	 * operation or row without the other
	 */
	public record Result(int calls, List<String> wrong) {
	}

	/**
	 * Calls everything.
	 * @param client of the service under test
	 * @param table the file
	 * @param tokens makes a new token of somebody with these roles; none for a resident
	 * @throws IOException if the table cannot be read
	 */
	public static Result call(WebTestClient client, Path table, Function<List<String>, String> tokens)
			throws IOException {
		AccessMatrix matrix = new AccessMatrix(client, AccessTable.read(table), tokens);
		List<Description.Operation> operations = ApiDescription.of(client).operations();
		Set<String> left = new TreeSet<>(matrix.table.keySet());
		for (Description.Operation operation : operations) {
			left.remove(operation.name());
			matrix.call(operation);
		}
		left.forEach((row) -> matrix.wrong.add("There is no operation " + row));
		return new Result(matrix.calls, List.copyOf(matrix.wrong));
	}

	private void call(Description.Operation operation) {
		String callers = this.table.get(operation.name());
		if (callers == null) {
			this.wrong.add("Nothing says who may call " + operation.name());
			return;
		}
		boolean open = callers.equals(AccessTable.EVERYBODY);
		expect(operation, "nobody", null, open ? Expected.SERVED : Expected.UNAUTHENTICATED);
		if (open) {
			return;
		}
		expect(operation, "a stranger", TestTokens.ofAStranger(), Expected.UNAUTHENTICATED);
		expect(operation, "an expired token", TestTokens.expired(), Expected.UNAUTHENTICATED);
		for (String caller : CALLERS) {
			boolean may = AccessTable.mayCall(callers, caller);
			String token = this.tokens.apply(caller.equals(AccessTable.RESIDENT) ? List.of() : List.of(caller));
			expect(operation, caller, token, may ? Expected.SERVED : Expected.FORBIDDEN);
		}
	}

	private void expect(Description.Operation operation, String caller, @Nullable String token, Expected expected) {
		this.calls++;
		OperationCall.Response response = OperationCall.of(this.client, operation,
				VARIABLE.matcher(operation.path()).replaceAll(ABSENT), token);
		int status = response.status();
		String problem = response.body();
		if (!expected.fits(status, problem)) {
			this.wrong.add("%s, called by %s: %d instead of %s".formatted(operation.name(), caller, status, expected));
		}
	}

	/** What a call should come to. */
	private enum Expected {

		/** Somebody without a good token. */
		UNAUTHENTICATED {
			@Override
			boolean fits(int status, String body) {
				return status == 401 && body.contains("unauthenticated");
			}
		},
		/** Somebody with one who may not. */
		FORBIDDEN {
			@Override
			boolean fits(int status, String body) {
				return status == 403 && body.contains("forbidden");
			}
		},
		/** Whatever comes of it: it was not refused for who called. */
		SERVED {
			@Override
			boolean fits(int status, String body) {
				return status < 500 && !body.contains("\"unauthenticated\"") && !body.contains("\"forbidden\"");
			}
		};

		abstract boolean fits(int status, String body);

	}

}
