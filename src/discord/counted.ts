/** A number with what it counts, such as `**1** question` and `**3** questions`. */
export function counted(count: number, one: string, many: string): string {
	return `**${count}** ${count === 1 ? one : many}`;
}
