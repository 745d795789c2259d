package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import city.plaza.benchmarks.suite.Databases;

/**
 * Unpaid invoices of Kill Bill, of its accounts in turn. The first of each account is
 * made by Kill Bill itself, the others are copies of its rows, since making one by one
 * takes longer than what is measured. The copies have no history: no payment reads it.
 */
final class KillBillInvoices {

	/** No round pays so many. */
	private static final int AHEAD = 20_000;

	/** As {@link #id} computes it: a is the account and k the invoice, from 1 on. */
	private static final String INVOICE = "'10000000-0000-0000-' || lpad(a::text, 4, '0') || '-' || lpad(k::text, 12, '0')";

	private static final String ITEM = "'2" + INVOICE.substring(2);

	/** A copy of a row whose column is the invoice, with other ids. */
	private static final String COPIES = """
			insert into %1$s
			select (jsonb_populate_record(r, jsonb_build_object(
			  'record_id', nextval(pg_get_serial_sequence('%1$s', 'record_id')), %3$s))).*
			from unnest(?) with ordinality f(invoice, a) join %1$s r on r.%2$s = f.invoice,
			  generate_series(?, ?) k""";

	private static final String INVOICES = COPIES.formatted("invoices", "id", "'id', " + INVOICE);

	private static final String ITEMS = COPIES.formatted("invoice_items", "invoice_id",
			"'id', " + ITEM + ", 'invoice_id', " + INVOICE);

	private final Databases databases;

	private final String[] first;

	private int each;

	/**
	 * Starts with those that Kill Bill has made.
	 * @param first the first invoice of each account, at most 9,999
	 */
	KillBillInvoices(Databases databases, List<String> first) {
		this.databases = databases;
		this.first = first.toArray(String[]::new);
	}

	/**
	 * The n-th, of the account n - 1 modulo their number.
	 * @param n from 1 on
	 */
	static String id(int n, int accounts) {
		return "10000000-0000-0000-%04d-%012d".formatted((n - 1) % accounts + 1, (n - 1) / accounts + 1);
	}

	/** Sees to it that a round finds enough of them. */
	void prepare(int paid) throws IOException {
		int wanted = (paid + AHEAD) / this.first.length + 1;
		if (wanted <= this.each) {
			return;
		}
		try (Connection database = this.databases.superuser(KillBill.DATABASE);
				Statement statement = database.createStatement()) {
			copy(database, INVOICES, wanted);
			copy(database, ITEMS, wanted);
			statement.execute("analyze");
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
		this.each = wanted;
	}

	private void copy(Connection database, String sql, int wanted) throws SQLException {
		Array invoices = database.createArrayOf("varchar", this.first);
		try (PreparedStatement copies = database.prepareStatement(sql)) {
			copies.setArray(1, invoices);
			copies.setInt(2, this.each + 1);
			copies.setInt(3, wanted);
			copies.executeUpdate();
		}
	}

}
