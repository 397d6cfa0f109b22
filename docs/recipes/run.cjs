// Runs recipes on an analysts' file:  node docs/recipes/run.cjs data/snapshots/latest/analyst.duckdb docs/recipes/01-*.sql
// Needs the client @duckdb/node-api: npm install @duckdb/node-api, or NODE_PATH where it lies.
const { readFileSync } = require('node:fs');
const { basename } = require('node:path');
const { DuckDBInstance } = require('@duckdb/node-api');

async function main([file, ...recipes]) {
  if (!file || recipes.length === 0) {
    throw new Error('用法：node run.cjs <analyst.duckdb> <recipe.sql>…');
  }
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  for (const recipe of recipes) {
    const answer = await connection.runAndReadAll(readFileSync(recipe, 'utf8'));
    const rows = answer.getRowObjectsJson();
    console.log(`${basename(recipe)}: ${rows.length} 行`);
    console.log(JSON.stringify(rows));
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`错误：${error.message}`);
  process.exitCode = 2;
});
