package city.plaza.portal.bill;

/**
 * Where a page of bills is among all that were chosen.
 *
 * @param page from 1
 * @param matching how many bills were chosen
 */
public record BillPaging(int page, long matching) {

	/** As many as billing-service lists unless asked. */
	static final int SIZE = 50;

	/** The place of the first bill of the page, from 1. */
	public long from() {
		return (this.page - 1L) * SIZE + 1;
	}

	/** The place of its last bill. */
	public long to() {
		return Math.min((long) this.page * SIZE, this.matching);
	}

	/** The number of the last page; 1 where there is no bill. */
	public int last() {
		return (int) Math.max(1, (this.matching + SIZE - 1) / SIZE);
	}

	/**
	 * Whether bills were paid since the page was linked, and there are fewer pages now.
	 */
	boolean isBeyond() {
		return this.page > last();
	}

	public boolean several() {
		return last() > 1;
	}

}
