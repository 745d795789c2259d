package city.plaza.platform.testing.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Calls every operation for residents whose path names a thing, about a thing of somebody
 * else. The response must be the one about a thing that does not exist, to the letter:
 * whoever tries out ids learns nothing. Its owner must be served. An operation of which
 * nothing says whose things it is about is reported.
 */
public final class OwnershipMatrix {

	/** Of a path whose variable names no thing: a step of a form, for example. */
	public static final Supplier<Owned> NO_THING = () -> new Owned("", "", "", Map.of());

	private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

	/** What differs between any two responses. */
	private static final Pattern REQUEST_ID = Pattern.compile("\"requestId\":\"[^\"]*\"");

	private final WebTestClient client;

	private final Map<String, Supplier<Owned>> things;

	private final Set<String> unused;

	private final List<String> wrong = new ArrayList<>();

	private int calls;

	private OwnershipMatrix(WebTestClient client, Map<String, Supplier<Owned>> things) {
		this.client = client;
		this.things = things;
		this.unused = new TreeSet<>(things.keySet());
	}

	/**
	 * A thing that is one resident's.
	 *
	 * @param id as the path names it
	 * @param absent an id of the same form that names nothing
	 * @param owner the token of the resident whose it is
	 * @param others the token of each who has no business with it, by who they are
	 */
	public record Owned(String id, String absent, String owner, Map<String, String> others) {
	}

	/**
	 * Calls everything.
	 * @param client of the service under test
	 * @param table the file that says who may call which operation
	 * @param things makes a new thing for a path up to and with its variable, such as
	 * {@code /api/v1/payments/{id}}
	 * @throws IOException if the table cannot be read
	 */
	public static AccessMatrix.Result call(WebTestClient client, Path table, Map<String, Supplier<Owned>> things)
			throws IOException {
		OwnershipMatrix matrix = new OwnershipMatrix(client, things);
		Map<String, String> callers = AccessTable.read(table);
		for (Description.Operation operation : ApiDescription.of(client).operations()) {
			if (AccessTable.mayCall(callers.getOrDefault(operation.name(), ""), AccessTable.RESIDENT)
					&& operation.path().contains("{")) {
				matrix.call(operation);
			}
		}
		matrix.unused.forEach((path) -> matrix.wrong.add("No operation is about " + path));
		return new AccessMatrix.Result(matrix.calls, List.copyOf(matrix.wrong));
	}

	private void call(Description.Operation operation) {
		Matcher variable = VARIABLE.matcher(operation.path());
		String path = variable.find() ? operation.path().substring(0, variable.end()) : operation.path();
		Supplier<Owned> thing = this.things.get(path);
		if (thing == null) {
			this.wrong.add("Nothing says whose the things of " + operation.name() + " are");
			return;
		}
		this.unused.remove(path);
		if (thing.equals(NO_THING)) {
			return;
		}
		Owned owned = thing.get();
		owned.others().forEach((who, token) -> {
			String absent = response(operation, owned.absent(), token);
			String foreign = response(operation, owned.id(), token);
			if (!foreign.equals(absent)) {
				this.wrong.add("%s, called by %s: %s instead of %s".formatted(operation.name(), who, foreign, absent));
			}
		});
		String absent = response(operation, owned.absent(), owned.owner());
		String own = response(operation, owned.id(), owned.owner());
		if (own.equals(absent)) {
			this.wrong.add("%s, called by its owner: %s".formatted(operation.name(), own));
		}
	}

	/** Without the id and what no two responses have in common. */
	private String response(Description.Operation operation, String id, String token) {
		this.calls++;
		OperationCall.Response response = OperationCall.of(this.client, operation,
				VARIABLE.matcher(operation.path()).replaceFirst(Matcher.quoteReplacement(id)), token);
		String body = REQUEST_ID.matcher(response.body()).replaceAll("").replace(id, "ID");
		return response.status() + " " + body;
	}

}
